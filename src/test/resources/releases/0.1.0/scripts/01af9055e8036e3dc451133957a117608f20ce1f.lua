-- What all nodes told of a site.
--
-- KEYS[1] nodes    as in traffic.lua
-- KEYS[2…] counts  as in traffic.lua, of each stretch that is asked for
--
-- ARGV[1] how long a node's sockets are believed, in milliseconds
--
-- Answers the sockets open, then each field of each stretch followed by its count.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local open = 0
local nodes = redis.call('HGETALL', KEYS[1])
for i = 2, #nodes, 2 do
    local at, sockets = string.match(nodes[i], '^%d+ (%d+) (%d+)$')
    if at and at + ARGV[1] > now then
        open = open + sockets
    end
end

local answer = {open}
for key = 2, #KEYS do
    local fields = redis.call('HGETALL', KEYS[key])
    for i = 1, #fields do
        answer[#answer + 1] = fields[i]
    end
end
return answer
