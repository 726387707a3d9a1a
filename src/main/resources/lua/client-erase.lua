-- Erases a client's record. What stays for a while is the mark that she was erased, so that a change under way does not
-- bring her back.
--
-- KEYS[1] record  ov:client:{<digest of her id>}   hash: v version, json the record; of somebody erased only v = '-'
--
-- ARGV[1] the version to erase; empty: whatever is there
-- ARGV[2] lifetime of the mark in milliseconds
--
-- Answers 1 when she is erased, 0 when another version is there.

local found = redis.call('HGET', KEYS[1], 'v')
if ARGV[1] ~= '' and found and found ~= '-' and found ~= ARGV[1] then
    return 0
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'v', '-')
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
