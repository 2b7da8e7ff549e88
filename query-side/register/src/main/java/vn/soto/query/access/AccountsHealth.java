package vn.soto.query.access;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.projection.Projections;
import vn.soto.projection.StoreFailure;

/**
 * Health indicator that is never down. It shows decisions of the last seven days about accounts on the machine. It also
 * names accounts of which one person alone gave a right to approve, or ended the link to a person. Such an account
 * approves nothing of that person's.
 */
@Component("accountsHealthIndicator")
record AccountsHealth(AccountNotices notices, Projections projections) implements HealthIndicator {

    @Override
    public Health health() {
        try {
            return asOf(projections.folded().number());
        } catch (LedgerException e) {
            return Health.unknown().build();
        } catch (RuntimeException e) {
            if (StoreFailure.is(e)) {
                return Health.unknown().build();
            }
            throw e;
        }
    }

    private Health asOf(long folded) {
        Health.Builder health = Health.up();
        List<AccountNotice> onMachine =
                notices.of(folded).stream().filter(AccountNotice::onMachine).toList();
        if (!onMachine.isEmpty()) {
            health.withDetail("onMachine", onMachine);
        }
        AccountNotices.OfOneAlone alone = notices.ofOneAlone(folded);
        if (!alone.rights().isEmpty()) {
            health.withDetail("rightsOfOneAlone", alone.rights())
                    .withDetail(
                            "todo",
                            "these rights approve nothing that whoever gave them proposes; if each account is another person's, write"
                                    + " confirm <account> into the account command file; see Two persons in deploy/README.md");
        }
        if (!alone.unlinked().isEmpty()) {
            health.withDetail("unlinkedByOneAlone", alone.unlinked())
                    .withDetail(
                            "unlinkedTodo",
                            "these accounts approve nothing that whoever alone took their link to a person away proposes; if each is another"
                                    + " person's, write confirm <account> into the account command file, or have two persons link it");
        }
        return health.build();
    }
}
