package vn.soto.page.record;

import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/** @param of the answer that has the row: of a list with several pages that of its page */
public record ListRow(Part row, ApiAnswer of) {}
