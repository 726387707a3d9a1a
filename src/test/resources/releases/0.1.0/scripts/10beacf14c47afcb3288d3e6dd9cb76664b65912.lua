-- Leaves the mark of how the keys are laid out, unless there is that of a later release; and tells an older one to go.
--
-- KEYS[1] layout   ov:layout   hash: layout = of the newest release that was here, reader = the oldest layout whose releases
--                              can live with it
--
-- ARGV[1] the layout this release writes
-- ARGV[2] the oldest layout whose releases can live with that
--
-- Answers nothing, or, where this release cannot live with what is there, the layout and the reader found.

local found = redis.call('HMGET', KEYS[1], 'layout', 'reader')

if found[2] and tonumber(found[2]) > tonumber(ARGV[1]) then
    return found
end
if not found[1] or tonumber(found[1]) < tonumber(ARGV[1]) then
    redis.call('HSET', KEYS[1], 'layout', ARGV[1], 'reader', ARGV[2])
end
return {}
