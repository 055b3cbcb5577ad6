package io.proctemplate.benchmark;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/**
 * A server to be measured.
 *
 * @param address where it is: {@code http://host:port}, perhaps with a path that comes before those of the calls
 * @param headers lines that each request has, without line ends
 * @param serviceTemplates ids to spread requests over
 * @param pid the process whose use of the machine is told
 * @param databasePid the process of its database, children included, whose use is told too
 */
record Target(
        String name,
        URI address,
        List<String> headers,
        List<Long> serviceTemplates,
        OptionalLong pid,
        OptionalLong databasePid) {
    private static final int HTTP_PORT = 80;

    Target {
        headers = List.copyOf(headers);
        serviceTemplates = List.copyOf(serviceTemplates);
        if (!"http".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(name + ": not an address of the form http://host:port: " + address);
        }
    }

    Target with(List<Long> otherServiceTemplates) {
        return new Target(name, address, headers, otherServiceTemplates, pid, databasePid);
    }

    int port() {
        return address.getPort() < 0 ? HTTP_PORT : address.getPort();
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(address.getHost(), port());
    }

    /** The path of a call on this server. */
    String path(String path) {
        return address.getPath().replaceFirst("/+$", "") + path;
    }
}
