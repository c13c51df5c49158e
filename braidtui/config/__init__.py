"""The person's settings: `config.toml`, and the folders that hold what is theirs."""

from braidtui.config.folders import config_path, own_folder
from braidtui.config.loading import load_config
from braidtui.config.settings import Config, Copying, Exporting, Style

__all__ = ["Config", "Copying", "Exporting", "Style", "config_path", "load_config", "own_folder"]
