package vn.soto.edge.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The addresses that the product calls, and those to which it sends browsers. */
public final class SafeAddress {

    private static final int LONGEST = 1_024;
    private static final String HOME = "/";

    private SafeAddress() {}

    /** Whether secrets and keys may travel to and from there: over TLS, or within this machine. */
    public static boolean isCallable(URI address) {
        return switch (String.valueOf(address.getScheme())) {
            case "https" -> address.getHost() != null && address.getUserInfo() == null;
            case "http" -> isLoopback(address.getHost());
            default -> false;
        };
    }

    static boolean isSite(URI address) {
        return isCallable(address)
                && address.getRawPath().isEmpty()
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    /** Numbers only, as a name is what a name service says. */
    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The page of this site that a browser asked for, or the first one. Every address that could lead to another site
     * becomes the first page. Such are an address with a host, a backslash that browsers read as a slash, and a control
     * character they leave out.
     */
    public static String page(String asked) {
        boolean plain = asked.length() <= LONGEST
                && asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '\\');
        return plain && isPage(asked) ? asked : HOME;
    }

    private static boolean isPage(String asked) {
        try {
            URI address = new URI(asked);
            return !address.isAbsolute()
                    && address.getRawAuthority() == null
                    && !address.getRawPath().startsWith("//");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
