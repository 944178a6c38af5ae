"""What goes over the wire: one file of forms for each resource."""
