"""A hollow twin of the app: it draws what the app drew, and works nothing out."""
