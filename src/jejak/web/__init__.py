"""The workspace's server: the HTTP interface of a study, and the built front end beside it."""
