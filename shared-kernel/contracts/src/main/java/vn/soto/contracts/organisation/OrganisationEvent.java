package vn.soto.contracts.organisation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
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

    /** Name or kind was entered wrongly. */
    @CorrectsAny({OrganisationRegistered.class, OrganisationCorrected.class})
    @StoredAs("organisation.corrected.v1")
    record OrganisationCorrected(OrganisationId organisation, String name, OrganisationKind kind)
            implements OrganisationEvent, Correcting {

        @Override
        public Set<String> tags() {
            return Set.of("organisation:" + organisation);
        }
    }

    /**
     * The days of a period of support were entered wrongly.
     *
     * @param enteredFrom   first day as entered before; identifies the period among those of the team
     * @param effectiveFrom correct first day
     * @param lastDay       last day; absent while the support goes on
     */
    @StoredAs("organisation.support-corrected.v1")
    record SupportCorrected(
            OrganisationId organisation,
            TeamId team,
            LocalDate enteredFrom,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay)
            implements OrganisationEvent, Dated.From, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return switch (earlier) {
                case SupportBegun begun -> team.equals(begun.team()) && enteredFrom.equals(begun.effectiveFrom());
                case SupportCorrected before -> team.equals(before.team) && enteredFrom.equals(before.effectiveFrom);
                default -> false;
            };
        }

        @Override
        public Set<String> tags() {
            return Set.of("organisation:" + organisation, "team:" + team);
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
