package vn.soto.page.form;

import java.util.List;

/**
 * What became of a form that was sent.
 *
 * @param commit   number of the commit; empty if it became a proposal
 * @param plan     the proposal that waits for a second person; empty if there is none
 * @param repeat   whether it was recorded before
 * @param warnings what to look at
 * @param made     page of what was made; empty if nothing was
 * @param to       where to go on
 * @param again    the form for another; empty if there is none
 * @param draft    the draft that is recorded now
 */
public record Receipt(
        String commit,
        String plan,
        boolean repeat,
        List<String> warnings,
        String made,
        String to,
        String again,
        String draft) {}
