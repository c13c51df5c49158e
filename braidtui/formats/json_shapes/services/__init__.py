"""The JSON of services that recognise speech, one module a service."""
