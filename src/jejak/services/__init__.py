"""What a person can do with a study: one service a noun, each given the store and the user."""
