package vn.soto.edge.server;

import java.net.InetAddress;
import java.util.Arrays;

/** An address or a network in CIDR notation. */
record Network(InetAddress address, int bits) {

    /** Bits of an IPv6 address that one customer of an access network has: the rest is the customer's choice. */
    private static final int IPV6_CUSTOMER = 64;

    /** @throws IllegalArgumentException if the text is no address and no network; never asks a name service */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int most = address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("no network: " + text);
        }
        return new Network(masked(address, bits), bits);
    }

    /** The network that counts as one client. */
    static Network client(InetAddress address) {
        int most = address.getAddress().length * Byte.SIZE;
        int bits = Math.min(most, most == 128 ? IPV6_CUSTOMER : most);
        return new Network(masked(address, bits), bits);
    }

    boolean contains(InetAddress other) {
        return other.getAddress().length == address.getAddress().length
                && masked(other, bits).equals(address);
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        int whole = bits / Byte.SIZE;
        if (whole < bytes.length) {
            bytes[whole] &= (byte) (0xff00 >> bits % Byte.SIZE);
            Arrays.fill(bytes, whole + 1, bytes.length, (byte) 0);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
