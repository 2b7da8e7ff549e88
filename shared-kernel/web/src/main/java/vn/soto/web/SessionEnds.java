package vn.soto.web;

import reactor.core.publisher.Mono;

/** Ends the sessions of an account on every device and node; the process's sign-in supplies it. */
public interface SessionEnds {

    /**
     * Once it answers, no session from before is accepted. The account that did it is recorded with the change.
     *
     * @param account whose sessions
     * @param by      account of the administrator
     * @return whether there is such an account, as far as the sign-in knows its accounts
     */
    Mono<Boolean> end(String account, String by);
}
