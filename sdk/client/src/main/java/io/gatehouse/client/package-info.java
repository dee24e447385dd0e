/** Root package. */
@org.jspecify.annotations.NullMarked
package io.gatehouse.client;
