package vn.soto.contracts.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;

/** Gives a team's figures for days, of everything recorded before a position, by a version of the definitions. */
public interface FiguresOfDays {

    /** As {@link Indicators#figures()}. */
    List<Figure> figures(int version, TeamId team, QuarterDays days, long before);

    /** As {@link Indicators#distinct()}. */
    Map<String, Set<String>> distinct(int version, TeamId team, QuarterDays days, long before);
}
