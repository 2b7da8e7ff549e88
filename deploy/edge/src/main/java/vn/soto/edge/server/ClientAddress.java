package vn.soto.edge.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.soto.web.ClientNames;

/**
 * Finds the client of a connection or a request. Behind a trusted proxy it is the last address of
 * {@code X-Forwarded-For} that is no trusted proxy. Addresses before it are the client's own claim and are ignored.
 */
public final class ClientAddress implements ClientNames {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int MOST_HOPS = 16;

    private final List<Network> proxies;

    /** @param proxies addresses or networks whose {@code X-Forwarded-For} is believed */
    public ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::parse).toList();
    }

    /** The client of a connection; absent for a trusted proxy, whose connections are many people's. */
    @Nullable
    Network of(@Nullable SocketAddress remote) {
        InetAddress address = address(remote);
        return trusted(address) ? null : Network.client(address);
    }

    Network of(ServerHttpRequest request) {
        InetAddress address = address(request.getRemoteAddress());
        if (trusted(address)) {
            List<String> hops = hops(request);
            for (int i = hops.size() - 1; i >= 0 && hops.size() - i <= MOST_HOPS && trusted(address); i--) {
                InetAddress hop = literal(hops.get(i));
                if (hop == null) {
                    break;
                }
                address = hop;
            }
        }
        return Network.client(address);
    }

    @Override
    public String name(ServerHttpRequest request) {
        return of(request).toString();
    }

    /** Whether a trusted proxy sent the request, whose word on what it received is believed. */
    public boolean isOfTrustedProxy(ServerHttpRequest request) {
        return trusted(address(request.getRemoteAddress()));
    }

    private static List<String> hops(ServerHttpRequest request) {
        List<String> hops = new ArrayList<>();
        for (String header : request.getHeaders().getOrDefault(FORWARDED, List.of())) {
            hops.addAll(List.of(header.split(",")));
        }
        return hops;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean trusted(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** A connection that has already ended has no address any more. */
    private static InetAddress address(@Nullable SocketAddress remote) {
        return remote instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.ofLiteral("0.0.0.0");
    }
}
