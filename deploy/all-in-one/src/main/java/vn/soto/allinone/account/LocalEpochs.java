package vn.soto.allinone.account;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.contracts.access.AccountId;
import vn.soto.edge.session.Epochs;

/** The epochs of local accounts, from memory. */
final class LocalEpochs implements Epochs {

    private final AccountStore accounts;
    private final OwnAccount own;
    private final Scheduler threads;

    LocalEpochs(AccountStore accounts, OwnAccount own, Scheduler threads) {
        this.accounts = accounts;
        this.own = own;
        this.threads = threads;
    }

    @Override
    public Mono<Long> current(String account) {
        return AccountId.isWellFormed(account)
                ? Mono.justOrEmpty(accounts.find(new AccountId(account))
                        .filter(found -> !found.locked())
                        .map(LocalAccount::epoch))
                : Mono.empty();
    }

    @Override
    public Mono<Void> raise(String account) {
        return Mono.<Void>fromRunnable(() -> own.signOutEverywhere(new AccountId(account)))
                .subscribeOn(threads);
    }
}
