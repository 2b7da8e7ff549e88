package vn.soto.contracts.outreach;

import java.time.LocalDate;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.OfTeam;
import vn.soto.contracts.team.TeamId;

/** Events of a community group: counts only, no links, no phone numbers, no names. */
public sealed interface CommunityGroupEvent extends ProductEvent, OfTeam {

    CommunityGroupId group();

    /** @param households number of households in the group on the day {@code countedOn} */
    @StoredAs("community-group.recorded.v1")
    record CommunityGroupRecorded(CommunityGroupId group, TeamId team, int households, LocalDate countedOn)
            implements CommunityGroupEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return countedOn;
        }
    }

    /**
     * Opens a closed group again.
     *
     * @param households number of households in the group on {@code countedOn}; replaces an earlier count of that day
     */
    @StoredAs("community-group.updated.v1")
    record CommunityGroupUpdated(CommunityGroupId group, TeamId team, int households, LocalDate countedOn)
            implements CommunityGroupEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return countedOn;
        }
    }

    /** @param lastDay last day of the group; replaces an earlier one */
    @StoredAs("community-group.closed.v1")
    record CommunityGroupClosed(CommunityGroupId group, TeamId team, LocalDate lastDay)
            implements CommunityGroupEvent, Dated.Until {}
}
