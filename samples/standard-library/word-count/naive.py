"""Count the words in all text files of a folder, without regard to case and punctuation, and
print the most common ones. Follow-up: group words that are anagrams of each other.
"""
import os
import string
from codecs import open
from os.path import exists, join as j

SAMPLE = "The cat, the owl, and the act: who listens is silent! The end."


def read_folder(folder):
    text = ""
    if exists(folder):
        for file in os.listdir(folder):
            if file.endswith(".txt"):
                try:
                    with open(j(folder, file), "r", "utf-8") as input:
                        text += input.read() + " "
                except:
                    pass
    return text


def count_words(text):
    for char in string.punctuation:
        text = text.replace(char, " ")
    dict = {}
    for word in text.lower().split():
        if word in dict:
            dict[word] += 1
        else:
            dict[word] = 1
    return dict


def top(counts, n=3, result=[]):
    list = sorted(counts.items(), key=lambda item: item[1], reverse=True)
    for i in range(len(list)):
        if i < n:
            result.append(list[i])
    return result


def anagrams(words):
    groups = {}
    for word in words:
        letters = sorted(word)
        if letters not in groups:
            groups[letters] = []
        groups[letters].append(word)
    return [group for group in groups.values() if len(group) > 1]


counts = count_words(read_folder("texts") or SAMPLE)
for (word, count) in top(counts):
    print("%s: %d" % (word, count))
