package vn.soto.contracts.organisation;

import java.time.LocalDate;
import java.util.Set;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;

/** Events of an organisation that supports teams; persons in it are not recorded. */
public sealed interface OrganisationEvent extends ProductEvent {

    OrganisationId organisation();

    @StoredAs("organisation.registered.v1")
    record OrganisationRegistered(OrganisationId organisation, String name, OrganisationKind kind)
            implements OrganisationEvent {

        @Override
        public Set<String> tags() {
            return Set.of("organisation:" + organisation);
        }
    }

    /** @param effectiveFrom first day of support */
    @StoredAs("organisation.support-begun.v1")
    record SupportBegun(OrganisationId organisation, TeamId team, LocalDate effectiveFrom)
            implements OrganisationEvent, Dated.From {

        @Override
        public Set<String> tags() {
            return Set.of("organisation:" + organisation, "team:" + team);
        }
    }

    /** @param lastDay last day of support */
    @StoredAs("organisation.support-ended.v1")
    record SupportEnded(OrganisationId organisation, TeamId team, LocalDate lastDay)
            implements OrganisationEvent, Dated.Until {

        @Override
        public Set<String> tags() {
            return Set.of("organisation:" + organisation, "team:" + team);
        }
    }
}
