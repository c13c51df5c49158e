"""The JSON of speech recognisers and archives, one module a shape."""
