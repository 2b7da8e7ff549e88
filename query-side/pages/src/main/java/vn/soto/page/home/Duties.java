package vn.soto.page.home;

import java.util.List;

/**
 * What a home shows of one right.
 *
 * @param place name of the unit, team or organisation; empty everywhere
 * @param lines what waits, the late first
 * @param none  what was asked about and does not wait
 */
public record Duties(String role, String place, List<HomeFigure> figures, List<Line> lines, List<Line> none) {}
