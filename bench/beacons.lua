-- Beacons for wrk, as the bench's own generator makes them. One thread only: numbers of page loads run through it.
--
--   wrk -t1 … -s bench/beacons.lua URL -- BODIES MADE
--
-- BODIES is a file that says what there is to send (run, visitors, standing, path); MADE how many requests other runs
-- have made of it, after which this one goes on. The last lines say what came of it (WrkOutput reads them).

local bodies, head, choices
local thread

function setup(one)
    thread = one
end

function init(args)
    bodies = dofile(args[1])
    made = tonumber(args[2])
    choices = #bodies.path
    head = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:8080\r\n"
        .. "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: "
end

-- A second is exact enough for sentAt: the service moves events by what its own clock says instead.
function request()
    local visitor = made % bodies.visitors
    local seq = math.floor(made / bodies.visitors) + 1
    made = made + 1
    local id = bodies.run .. "-of-the-bench-" .. (1000000 + visitor)
    local now = os.time() * 1000
    local choice = bodies.path[(seq - 1) % choices + 1]
    local body = '{"site":"demo","visitor":"' .. id .. '","session":"s' .. id .. '","source":"p1","seq":' .. seq
        .. ',"sentAt":' .. now .. bodies.standing .. (now - 250) .. choice[(visitor + seq) % #choice + 1]
    return head .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("bench.counts made=%d answered=%d refused=%d lost=%d micros=%d\n", thread:get("made"),
        summary.requests - errors.status, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout, summary.duration))
    io.write("bench.stat ", io.open("/proc/self/stat"):read("*l"), "\nbench.latencies")
    for i = 1, #latency do
        local micros, count = latency(i)
        io.write(string.format(" %d:%d", micros, count))
    end
    io.write("\n")
end
