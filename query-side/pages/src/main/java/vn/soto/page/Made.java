package vn.soto.page;

/**
 * What a page tells, rendered, without the frame around it.
 *
 * @param answer   what was asked and with which status, without the body
 * @param main     HTML of the element that tells the answer
 * @param personal whether it tells of people: it is in no cache
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only kept and written.
record Made(ApiAnswer answer, String title, byte[] main, boolean personal) {}
