package vn.soto.web;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells from where a request comes, to count by: behind trusted proxies the address that they name. */
@FunctionalInterface
public interface ClientNames {

    /** An IPv4 address, or the first 64 bits of an IPv6 address. */
    String name(ServerHttpRequest request);
}
