"""Load the settings of a program: defaults, overridden by a JSON file (if there is one),
overridden by environment variables. A port that is not a port must stop the program.
"""
import json
import os
import sys

DEFAULTS = {"host": "localhost", "port": 8080, "debug": False}


def load_file(folder):
    path = os.path.join(folder, "settings.json")
    settings = {}
    ok = False
    if os.path.isfile(path):
        try:
            f = open(path)
            settings = json.loads(f.read())
            f.close()
            ok = True
        except ValueError:
            print("settings file is broken, using the defaults")
    if not ok:
        return {}
    return settings


def load(folder, config=DEFAULTS):
    config.update(load_file(folder))
    vars = os.environ
    for key in config:
        try:
            value = vars["APP_" + key.upper()]
            found = True
        except KeyError:
            found = False
        if found:
            config[key] = value
    config["debug"] = bool(config["debug"])
    return config


def check_port(config):
    try:
        port = int(config["port"])
    except:
        print("port must be a number")
        sys.exit(1)
    if port < 1 or port > 65535:
        raise Exception("port out of range")
    return port


def save(folder, config):
    if not os.path.exists(folder):
        os.makedirs(folder)
    type = "json"
    with open(folder + "/settings." + type, "w") as file:
        file.write(json.dumps(config))


config = load(os.path.dirname(os.path.abspath(__file__)))
print(config["host"], check_port(config), config["debug"])
