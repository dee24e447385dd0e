// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who knows where names are. May block. */
@FunctionalInterface
public interface NameService {

    /** What the system asks: its hosts file, then name servers. */
    NameService SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /**
     * The addresses of a host, in the order in which they are to be tried.
     *
     * @throws UnknownHostException when there are none
     */
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
