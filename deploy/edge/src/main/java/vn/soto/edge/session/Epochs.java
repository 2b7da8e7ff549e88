package vn.soto.edge.session;

import reactor.core.publisher.Mono;

/**
 * Tells which sessions are over, the same on every node and after a restart. Each account has a number. Signing out
 * everywhere, a new password and a lock raise it, and a session that names an earlier one is over. Besides, the ids of
 * single sessions that signed out are kept for as long as a cookie of theirs could be shown. If an account has
 * {@link #MOST_SIGNED_OUT} of them, the next sign-out raises the number instead.
 */
public interface Epochs {

    /** Single sessions of an account that are kept at most. */
    int MOST_SIGNED_OUT = 100;

    /** The account's number; empty if the account is not there, or may not sign in. Never blocks. */
    Mono<Long> current(String account);

    /** Whether the session is one of the account's present number and has not signed out. Never blocks. */
    Mono<Boolean> accept(Session session);

    /** Ends every session of the account. Once it answers, no session from before is accepted. */
    Mono<Void> raise(String account);

    /** Ends one session, with each cookie that was made of it. Once it answers, none of them is accepted. */
    Mono<Void> end(Session session);
}
