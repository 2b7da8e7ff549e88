package vn.soto.domain.assistance;

import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.team.TeamId;

/** Records that rest on a record of help and fall with it. */
@FunctionalInterface
public interface VoidEffects {

    /** Changes that in the commit of the void. */
    void follow(AssistanceId help, TeamId team);
}
