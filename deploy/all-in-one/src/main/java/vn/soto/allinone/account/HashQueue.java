package vn.soto.allinone.account;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.allinone.account.SignInPaces.Place;
import vn.soto.edge.server.Occupation;
import vn.soto.web.RequestThreads;

/**
 * Work that hashes passwords, PINs or new secrets, each some 50 ms of a core. Accounts that are signed in, and attempts
 * from devices and addresses that the account knows, have one thread and {@link #WAITING} places. Everybody else has as
 * much. One address has {@link #OF_AN_ADDRESS} places for accounts that do not know it, and {@link #OF_A_KNOWN_ADDRESS}
 * for those that do. A stranger at the same address may guess at their passwords, too. Work without hashing runs on
 * other threads.
 */
final class HashQueue implements AutoCloseable {

    static final int WAITING = 100;
    static final int OF_AN_ADDRESS = 10;
    static final int OF_A_KNOWN_ADDRESS = 20;

    private final Scheduler known = Schedulers.fromExecutorService(RequestThreads.of("hash-known-", 1, WAITING));
    private final Scheduler unknown = Schedulers.fromExecutorService(RequestThreads.of("hash-", 1, WAITING));
    private final Occupation<String> addresses = new Occupation<>(OF_AN_ADDRESS);
    private final Occupation<String> knownAddresses = new Occupation<>(OF_A_KNOWN_ADDRESS);

    /** Work of somebody who is signed in; fails with a {@link RejectedExecutionException} if too much waits. */
    <T> Mono<T> ofAccount(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(known);
    }

    /**
     * An attempt to sign in; fails likewise.
     *
     * @param client address it comes from
     */
    <T> Mono<T> attempt(Place place, String client, Callable<T> work) {
        return switch (place) {
            case KNOWN_DEVICE -> ofAccount(work);
            case KNOWN_ADDRESS -> ofAddress(knownAddresses, client, ofAccount(work));
            case UNKNOWN -> ofAddress(addresses, client, Mono.fromCallable(work).subscribeOn(unknown));
        };
    }

    private static <T> Mono<T> ofAddress(Occupation<String> places, String client, Mono<T> work) {
        return Mono.defer(() -> places.enter(client)
                ? work.doFinally(end -> places.leave(client))
                : Mono.error(new RejectedExecutionException("too many attempts of one address wait")));
    }

    @Override
    public void close() {
        known.dispose();
        unknown.dispose();
    }
}
