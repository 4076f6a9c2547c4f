"""Walk through a folder and all folders in it: add up the file sizes per extension, name the
largest files, and find files that seem to be copies of each other.
"""
import glob
import os
from os.path import basename, join as j

sizes = {}


def format(bytes):
    if bytes < 1024:
        return str(bytes) + " B"
    return str(round(bytes / 1024, 1)) + " kB"


def file_size(path):
    try:
        size = os.path.getsize(path)
        return size
    except OSError:
        return 0


def walk(folder, found=[]):
    for root, dirs, files in os.walk(folder):
        for file in files:
            path = j(root, file)
            type = os.path.splitext(file)[1]
            if type not in sizes:
                sizes[type] = 0
            sizes[type] += file_size(path)
            found.append(path)
    return found


def largest(paths, n=3):
    list = []
    for path in paths:
        list.append((file_size(path), path))
    list.sort()
    list.reverse()
    return list[:n]


def copies(folder):
    seen = {}
    result = []
    for path in glob.glob(folder + "/**/*", recursive=True):
        fingerprint = [basename(path), file_size(path)]
        try:
            result.append((seen[fingerprint], path))
        except:
            pass
        seen[fingerprint] = path
    return result


def clean(folder, ext=".pyc"):
    for name in os.listdir(folder):
        if os.path.isfile(j(folder, name)) and name.endswith(ext):
            os.remove(j(folder, name))


here = os.path.dirname(os.path.abspath(__file__))
paths = walk(here)
for type in sizes:
    print(type, format(sizes[type]))
for size, path in largest(paths):
    print(basename(path), format(size))
