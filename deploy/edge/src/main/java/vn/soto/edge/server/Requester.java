package vn.soto.edge.server;

import org.jspecify.annotations.Nullable;

/**
 * Whoever requests are counted for: an account at an address, or all at an address whom the sign-in does not know.
 *
 * @param account name of the account; absent for those who are not known
 */
record Requester(Network client, @Nullable String account) {

    static Requester unknown(Network client) {
        return new Requester(client, null);
    }

    boolean isKnown() {
        return account != null;
    }
}
