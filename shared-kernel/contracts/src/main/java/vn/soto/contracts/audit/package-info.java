/** Calling back: samples of records of help, and what those who were helped say of them. */
@NullMarked
package vn.soto.contracts.audit;

import org.jspecify.annotations.NullMarked;
