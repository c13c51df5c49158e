"""What an episode is: the model, time codes, safe text, and the YAML file that holds one."""
