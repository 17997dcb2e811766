"""What a developer runs after each change."""
