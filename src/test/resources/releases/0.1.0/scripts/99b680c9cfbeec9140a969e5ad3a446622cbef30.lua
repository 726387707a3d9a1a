-- Puts other desks in force: the newest version is the one that counts, on every node.
--
-- KEYS[1] desks     ov:desks   hash: version, digest, type, text
--
-- ARGV[1] digest the author has seen; empty: whatever there is
-- ARGV[2] digest of what is in force while nobody has put anything
-- ARGV[3] digest
-- ARGV[4] media type
-- ARGV[5] text
--
-- Answers the version that is in force then; 0 when the author has not seen what there is, and nothing has been changed.
-- Put again, a text is no new version.

local found = redis.call('HMGET', KEYS[1], 'version', 'digest')
local version = tonumber(found[1]) or 0
local digest = found[2] or ARGV[2]

if version > 0 and digest == ARGV[3] then
    return version
end
if ARGV[1] ~= '' and ARGV[1] ~= digest then
    return 0
end
redis.call('HSET', KEYS[1], 'version', version + 1, 'digest', ARGV[3], 'type', ARGV[4], 'text', ARGV[5])
return version + 1
