package vn.soto.edge.server;

import org.jspecify.annotations.Nullable;

/**
 * The unit by which requests are counted: an account at all addresses, or all senders at an address whom the sign-in
 * does not know.
 *
 * @param client  absent for an account
 * @param account name of the account; absent for those who are not known
 */
record Requester(@Nullable Network client, @Nullable String account) {

    static Requester known(String account) {
        return new Requester(null, account);
    }

    static Requester unknown(Network client) {
        return new Requester(client, null);
    }

    boolean isKnown() {
        return account != null;
    }
}
