/** Personal data sealed under one key for each subject, and where those keys are read. */
@NullMarked
package vn.soto.privacy;

import org.jspecify.annotations.NullMarked;
