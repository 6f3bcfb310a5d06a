"""Placed pages whose text becomes paths (转曲)."""
