"""Given names as English-speaking countries have them most: they tell 'Bell, Ann' from 'Bell, Chair' and 'Ann Bell, Quay Rail'."""

from __future__ import annotations

from minutes_parser import lazy

_GIVEN = frozenset(
    "aaron abby abdul abigail adam adrian ahmed aidan aileen aisha alan alana albert alex alexander alexandra alfred ali alice alison allan allen alyssa amanda amelia"
    " amit amy ana andrea andrew andy angela angus anita ann anna anne annette annie anthony antonio april archie arthur ashley audrey barbara barry beatrice"
    " belinda ben benjamin bernadette bernard beth bethany betty beverley beverly bill billy bob bonnie brad bradley brenda brendan brian bridget bruce bryan"
    " caitlin callum calum cameron carl carla carlos carmel carol carole caroline carolyn catherine cathy cecilia charles charlie charlotte chelsea cheryl chloe chris christian"
    " christina christine christopher ciara cindy claire clare claudia clive colin colleen connor conor craig crystal curtis cynthia dan daniel danielle"
    " danny darren dave david dawn deborah debra declan deirdre dennis denise derek desmond diana diane dominic don donald donna doreen doris dorothy doug"
    " douglas duncan dylan eamon eddie edward edwin eileen elaine eleanor elena elizabeth ellen emily emma eoin eric erica erin ethan eugene eva evelyn faith"
    " fatima felicity fergus fiona florence frances francis frank fred frederick gareth gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gerard gillian gina"
    " glenda glenn gloria gordon grace graeme graham greg gregory guy gwen hannah harold harriet harry hassan hazel heather hector heidi helen helena henry"
    " hilary holly howard hugh ian imran ingrid irene iris isaac isabel isabella isla ivan jack jackie jacob jacqueline jake james jamie jan jane janet"
    " janice jason jay jean jeff jeffrey jennifer jenny jeremy jerry jessica jill jim jimmy jo joan joanna joanne joe joel john jon jonathan jordan jorge jose"
    " joseph josephine josh joshua joyce juan judith judy julia julian julie june justin karen karl kate katherine kathleen kathryn kathy katie kay keith kelly"
    " ken kenneth kerry kevin kieran kim kimberly kirsty kristen kumar kyle larry laura lauren laurence lawrence leah lee leigh len leo leonard leslie lesley lewis liam"
    " lillian linda lindsay lisa liz lois lorna lorraine louis louise lucas lucia lucy luis luke lydia lynda lynn lynne maeve maggie malcolm mandy marcus margaret"
    " maria marian marie marilyn marion marjorie mark marsha martha martin mary matt matthew maureen max megan melanie melissa michael michelle mick miguel mike"
    " miriam mohamed mohammed moira molly monica morag muhammad muriel nadia nancy naomi natalie natasha nathan neil niall niamh nicholas nick nicola nicole nigel nina noel nora"
    " norma norman oliver olivia oscar owen padraig pam pamela pat patricia patrick paul paula pauline pedro peggy penny peter phil philip philippa phillip phyllis"
    " polly priya rachael rachel raj ralph raymond rebecca rhys richard rick ricky rita rob robert roberta roberto robin rodney roger roisin ron ronald rory"
    " rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean seamus shane shannon sharon shaun sheila shelley shirley sian"
    " simon sinead siobhan sonia sophia sophie stacey stanley stella stephanie stephen steve steven stewart stuart sue susan susanna susie suzanne sylvia tania tanya tara"
    " ted teresa terence terri terry thelma theresa thomas tiffany tim timothy tina toby todd tom tommy toni tony tracey tracy trevor tristan una ursula valerie"
    " vanessa vera veronica vicki vicky victor victoria vince vincent viola virginia vivian walter wanda warren wayne wendy wilfred will william yolanda yvonne zoe"
    " ed alastair alistair alasdair bert brent brett cliff clifford debbie denis edith edna elsie ernest esther ethel euan ewan finlay freda gail geraint gerry gladys glyn gwyneth hamish herbert hugo huw ioan janette jeanette jenna jennie jesse kurt lynette marjory maxine mervyn neville percy phoebe reg rhona roland rosie roz rupert sebastian sid simone sybil tamsin tricia trish vikki vivien wilma yasmin yvette zara"
    " brandon connie constance becky elijah ernie freddie gabriel garry iain jillian kayla kirsten kristin lori marc marcia melvin myra patti patty regina rhonda rosa roxanne shawn sheryl sherri sherry sonya stan stu tammy trudy tyler vern wendell zachary".split()
)
_WORD = lazy.compile(r"[A-Z][a-z]+")


def is_given(word: str) -> bool:
    """Whether a word is a given name that many people have."""
    return word.casefold() in _GIVEN


def begins_given(text: str, start: int, end: int) -> bool:
    """Whether the first word of a slice is such a name."""
    word = _WORD.match(text, start, end)
    return word is not None and is_given(word[0])
