package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.contracts.access.AccountId;
import vn.soto.edge.session.Epochs;
import vn.soto.edge.session.Session;
import vn.soto.edge.session.SessionCodec;
import vn.soto.ledger.LedgerException;

/**
 * The epochs of local accounts, and their sessions that signed out, from memory.
 *
 * @param watched fails while the clock is ahead
 */
record LocalEpochs(AccountStore accounts, OwnAccount own, Clock clock, Clock watched, Scheduler threads)
        implements Epochs {

    @Override
    public Mono<Long> current(String account) {
        return AccountId.isWellFormed(account)
                ? Mono.justOrEmpty(accounts.find(new AccountId(account))
                        .filter(found -> !found.locked())
                        .map(LocalAccount::epoch))
                : Mono.empty();
    }

    @Override
    public Mono<Boolean> accept(Session session) {
        return current(session.account())
                .map(epoch -> epoch == session.epoch()
                        && !accounts.signedOut(new AccountId(session.account())).contains(session.id()))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> end(Session session) {
        AccountId account = new AccountId(session.account());
        if (accounts.signedOut(account).size() >= MOST_SIGNED_OUT) {
            return raise(session.account());
        }
        SignedOutSession ended =
                new SignedOutSession(account, session.id(), clock.instant().plus(SessionCodec.REMEMBERED));
        return Mono.<Void>fromRunnable(() -> accounts.signOut(ended, forgetting()))
                .subscribeOn(threads);
    }

    /** Sessions that were over then are forgotten. While the clock is ahead none is: they are not over once it is right. */
    private Instant forgetting() {
        try {
            return watched.instant();
        } catch (LedgerException.Unavailable e) {
            return Instant.EPOCH;
        }
    }

    @Override
    public Mono<Void> raise(String account) {
        return Mono.<Void>fromRunnable(() -> own.signOutEverywhere(new AccountId(account)))
                .subscribeOn(threads);
    }
}
