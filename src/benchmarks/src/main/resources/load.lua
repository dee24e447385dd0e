-- Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
--
-- Requests for wrk. Arguments: Host header, what paths begin with, how many paths there are (their numbers come behind), method,
-- bytes of the body. The requests are made once and sent in an order that jumps about.

local JUMP = 7919 -- a prime that divides no number of paths
local requests, count, at = {}, 1, 0

function init(args)
    local host, prefix, method, bytes = args[1], args[2], args[4], tonumber(args[5])
    count = tonumber(args[3])
    local body = bytes > 0 and string.rep("x", bytes) or nil
    for number = 1, count do
        requests[number] = wrk.format(method, prefix .. number, { ["Host"] = host }, body)
    end
end

function request()
    at = (at + JUMP) % count
    return requests[at + 1]
end
