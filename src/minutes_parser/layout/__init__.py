"""Look: from lines to labelled blocks and the outline of the business."""
