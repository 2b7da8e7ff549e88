/** Requests of persons about their own data: what is open, and what is late by the law's days. */
@NullMarked
package vn.soto.query.datarequest;

import org.jspecify.annotations.NullMarked;
