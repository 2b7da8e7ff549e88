package vn.soto.edge.session;

import reactor.core.publisher.Mono;

/**
 * One number per account, the same on every node. Signing out everywhere, a new password and a lock raise it; a session that
 * names an earlier one is over.
 */
public interface Epochs {

    /** The account's number; empty if the account is not there, or may not sign in. Never blocks. */
    Mono<Long> current(String account);

    /** Ends every session of the account. Once it answers, no session from before is accepted. */
    Mono<Void> raise(String account);
}
