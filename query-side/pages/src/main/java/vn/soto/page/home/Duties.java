package vn.soto.page.home;

import java.util.List;
import java.util.Optional;
import vn.soto.page.ApiAnswer;

/**
 * The part of a home for one right.
 *
 * @param place name of the unit, team or organisation; empty everywhere
 * @param lines things that wait, the late first
 * @param none  things that could wait and do not
 * @param weeks answer with the help of the last twelve weeks; empty if none is about them
 */
public record Duties(
        String role,
        String place,
        List<HomeFigure> figures,
        List<Line> lines,
        List<Line> none,
        Optional<ApiAnswer> weeks) {}
