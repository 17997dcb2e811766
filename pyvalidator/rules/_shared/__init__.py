"""What several rules judge by, beside the domain's own facts."""
