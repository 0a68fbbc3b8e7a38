"""TABLES FROM ELSEWHERE AND FOR ELSEWHERE: cost lines taken in and given out."""
