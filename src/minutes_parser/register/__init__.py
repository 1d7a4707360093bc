"""The register of actions across meetings: what was to be done, and what later meetings of the same body say of it."""
