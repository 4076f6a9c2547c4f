"""Given whole numbers and a target, find the indices of two that add up to the target.

Follow-up: find all distinct triples that add up to it.
"""


def two_sum(nums, target):
    for i in range(len(nums)):
        for j in range(len(nums)):
            if i != j and nums[i] + nums[j] == target:
                return [i, j]


def two_sum_fast(nums, target, seen={}):
    # one pass: remember where each number was
    for i in range(len(nums)):
        diff = target - nums[i]
        try:
            index = seen[diff]
            found = True
        except KeyError:
            found = False
        if found == True:
            return [index, i]
        seen[nums[i]] = i
    return None


def three_sum(nums, target):
    results = []
    seen = set()
    for i in range(len(nums)):
        for j in range(i + 1, len(nums)):
            for k in range(j + 1, len(nums)):
                sum = nums[i] + nums[j] + nums[k]
                if sum == target:
                    # sort it, so that the same triple in another order is skipped
                    triple = [nums[i], nums[j], nums[k]]
                    triple.sort()
                    if triple not in seen:
                        seen.add(triple)
                        results.append(triple)
    return results


input = [3, 8, 12, 5]
print(two_sum(input, 17))
print(two_sum_fast(input, 17))
print(two_sum_fast([9, 1, 4], 13))
# print(three_sum([1, 2, 3, 4, 2], 7))
