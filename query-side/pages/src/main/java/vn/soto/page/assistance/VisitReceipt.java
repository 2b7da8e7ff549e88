package vn.soto.page.assistance;

/**
 * The result of a visit's form.
 *
 * @param number     of the member's visits in the quarter; 0 if nobody counts them
 * @param said       whom it helped, with what and how
 * @param household  page of the household; empty for somebody who is in no list
 * @param record     page of the visit
 * @param seconds    how long it can still be undone; 0 if no longer
 * @param key        id of the command that undoes it
 * @param request    the support request that it was recorded for; empty if there is none
 * @param settled    whether that request is settled with it; otherwise it is open, or settled by other help
 * @param draft      the draft that is recorded now
 */
public record VisitReceipt(
        long commit,
        String assistance,
        long number,
        String said,
        String household,
        String record,
        long seconds,
        String key,
        String request,
        boolean settled,
        String draft) {}
