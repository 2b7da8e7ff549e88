package vn.soto.allinone.account;

import java.time.Clock;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.contracts.access.AccountId;
import vn.soto.web.SessionEnds;

/** Ends the sessions and PINs of a local account; its history says who did. */
record LocalSessionEnds(AccountStore accounts, Clock clock, Scheduler threads) implements SessionEnds {

    @Override
    public Mono<Boolean> end(String account, String by) {
        AccountId id = new AccountId(account);
        AccountChange entry = new AccountChange(clock.instant(), by, AccountChange.Action.SESSIONS_ENDED, id);
        return Mono.fromCallable(() -> accounts.change(id, LocalAccount::signedOutEverywhere, entry)
                        .isPresent())
                .subscribeOn(threads);
    }
}
