package vn.soto.commandnode;

import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import vn.soto.ledgerwriter.mongo.MongoLedger;

/**
 * Health group member: whether this process holds the lease. Makes no call, so a load balancer may poll it each second.
 */
@Component("leaseHealthIndicator")
record LeaseHealth(MongoLedger ledger) implements HealthIndicator {

    static final Status STANDBY = new Status("STANDBY", "another process writes; this one takes over if that ends");

    @Override
    public Health health() {
        return ledger.isActive() && ledger.isOpen()
                ? Health.up().build()
                : Health.status(STANDBY).build();
    }

    /** In the group a standby is out of service; in the health of the process it counts as up. */
    @Configuration(proxyBeanMethods = false)
    static class Group {

        @Bean
        @Qualifier("writer")
        StatusAggregator writerStatus() {
            return statuses -> statuses.equals(Set.of(Status.UP)) ? Status.UP : Status.OUT_OF_SERVICE;
        }
    }
}
